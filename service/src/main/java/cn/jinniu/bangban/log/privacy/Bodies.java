package cn.jinniu.bangban.log.privacy;

import org.jspecify.annotations.Nullable;

/**
 * A request as it was received and the answer as it was given.
 *
 * @param request in JSON
 * @param answer in JSON
 * @param lostKey the key that is needed to show what was cut out of both; null when they are whole. Where one is needed,
 *     {@value #INSTEAD} stands in its place, and nothing else is missing
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Bodies(
        byte[] request, byte[] answer, @Nullable String lostKey) {
    /** What stands where something is not shown. */
    public static final String INSTEAD = Cutting.INSTEAD;

    public boolean whole() {
        return lostKey == null;
    }
}
