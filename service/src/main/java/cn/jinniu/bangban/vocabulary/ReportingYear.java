package cn.jinniu.bangban.vocabulary;

/** A year whose periodic duties are listed. */
public record ReportingYear(int year) {
    /** As a period: {@code YYYY}. */
    public String period() {
        return String.valueOf(year);
    }
}
