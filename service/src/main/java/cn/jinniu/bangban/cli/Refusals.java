package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.desk.Problem;
import cn.jinniu.bangban.facts.FactError;
import cn.jinniu.bangban.text.Language;
import java.io.PrintWriter;

/** Tells a person why a request was not answered: each wrong fact on a line, or else the problem in a sentence. */
final class Refusals {
    private Refusals() {}

    static void print(String input, Problem problem, Language language, PrintWriter err) {
        for (FactError error : problem.errors()) {
            err.println(input + ": " + error.pointer() + ": " + error.code() + ": "
                    + error.message().in(language));
        }
        if (problem.errors().isEmpty()) {
            err.println(input + ": " + problem.detail().in(language));
        }
        err.flush();
    }
}
