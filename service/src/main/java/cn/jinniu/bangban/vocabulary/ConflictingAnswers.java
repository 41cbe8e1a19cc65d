package cn.jinniu.bangban.vocabulary;

/** Two rules gave the same answer different contents. */
public final class ConflictingAnswers extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ConflictingAnswers(String id, String rule, String otherRule) {
        super(id + " is answered in two ways, by «" + rule + "» and by «" + otherRule + "»");
    }
}
