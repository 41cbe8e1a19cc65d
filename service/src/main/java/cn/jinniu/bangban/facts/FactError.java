package cn.jinniu.bangban.facts;

import cn.jinniu.bangban.text.Text;

/**
 * One thing that is wrong with the facts of a request.
 *
 * @param pointer where it is, as an RFC 6901 JSON pointer into the request; of a missing field, where it should be
 * @param code what kind of thing is wrong
 * @param message what is wrong, with the value, and what to do about it
 */
public record FactError(String pointer, FactErrorCode code, Text message) {}
