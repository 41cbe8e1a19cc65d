package cn.jinniu.bangban.facts;

import cn.jinniu.bangban.text.Text;
import java.util.List;

/** What came of reading a request: its facts, or all the reasons why there are none. */
public sealed interface Reading {

    /**
     * Facts that can be decided.
     *
     * @param firstMonthGiven whether the request itself says from which month on periodic duties are listed; where it
     *     does not, that month follows the day decided for
     */
    record Facts(CaseFile facts, boolean firstMonthGiven) implements Reading {}

    /**
     * The body is not one JSON text in UTF-8, or is nested too deep.
     *
     * @param detail what is wrong and at which line, column and byte
     */
    record NotJson(Text detail) implements Reading {}

    /**
     * The body is JSON, but not facts that can be decided.
     *
     * @param errors what is wrong, at most one error for a pointer: in the order of the body, with what concerns an
     *     object as a whole (missing fields, dates the wrong way round) behind what concerns its members
     * @param unlisted how many more were found beyond some 20,000; 0 for anything but a hostile body
     */
    record Refused(List<FactError> errors, long unlisted) implements Reading {}
}
