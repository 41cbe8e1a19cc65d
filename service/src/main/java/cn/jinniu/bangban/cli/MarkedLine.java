package cn.jinniu.bangban.cli;

import picocli.CommandLine.Help.Ansi;

/**
 * A line of a file with a piece of it marked below, as it looks on a terminal: a Chinese character takes two places, and a
 * tab is shown as four spaces.
 */
final class MarkedLine {
    private static final int LONGEST = 160;
    private static final String TAB = "    ";

    private MarkedLine() {}

    /**
     * The line and the marks below it, without line breaks at their ends.
     *
     * @param start of the piece (UTF-16), from 0
     * @param length of the piece; 0 or less marks one character
     */
    static String[] of(String line, int start, int length) {
        int from = Math.max(0, Math.min(start, line.length()));
        int to = Math.min(line.length(), from + Math.max(1, length));
        String before = shown(line.substring(0, from));
        String piece = shown(line.substring(from, to));
        String text = before + piece + shown(line.substring(to));
        String marks = " ".repeat(places(before)) + "^".repeat(Math.max(1, places(piece)));
        int cut = 0;
        if (text.length() > LONGEST && before.length() > LONGEST / 2) {
            // What is marked stands far to the right: the beginning is left out.
            cut = before.length() - LONGEST / 2;
            marks = "  " + " ".repeat(places(before.substring(cut))) + "^".repeat(Math.max(1, places(piece)));
        }
        String kept = text.substring(cut, Math.min(text.length(), cut + LONGEST));
        return new String[] {(cut > 0 ? "… " : "") + kept + (cut + LONGEST < text.length() ? " …" : ""), marks};
    }

    private static String shown(String text) {
        return text.replace("\t", TAB).replaceAll("\\p{Cntrl}", " ");
    }

    private static int places(String text) {
        return Ansi.OFF.new Text(text).getCJKAdjustedLength();
    }
}
