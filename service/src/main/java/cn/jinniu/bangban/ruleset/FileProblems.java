package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.text.Text;
import java.util.List;

/** Collects what is wrong in one file. */
public final class FileProblems {
    private final String file;
    private final List<RulesetProblem> all;

    /** @param all takes what is wrong, in the order it is found */
    public FileProblems(String file, List<RulesetProblem> all) {
        this.file = file;
        this.all = all;
    }

    /** Line and column from 1; 0 where the problem is about the whole file or the whole line. */
    public void add(int line, int column, String zh, String en) {
        all.add(new RulesetProblem(file, line, column, new Text(zh, en)));
    }

    /** Of a kind, on some characters. */
    public void add(Place place, int length, ProblemKind kind, String zh, String en) {
        all.add(new RulesetProblem(file, place.line(), place.column(), length, kind, new Text(zh, en)));
    }

    public void add(Place place, String zh, String en) {
        add(place.line(), place.column(), zh, en);
    }
}
