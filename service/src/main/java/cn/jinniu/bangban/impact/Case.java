package cn.jinniu.bangban.impact;

import cn.jinniu.bangban.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A request to decide by both rulesets.
 *
 * @param source the file it came from
 * @param line its line there, from 1; 0 when it is the whole file
 * @param title what happens in it, where somebody says so
 * @param json the request in UTF-8; null when it is longer than may be
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Case(String source, long line, @Nullable Text title, byte @Nullable [] json) {}
