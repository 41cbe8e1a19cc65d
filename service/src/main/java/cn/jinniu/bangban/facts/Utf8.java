package cn.jinniu.bangban.facts;

/** UTF-8 as the Unicode standard has it (table 3-7). The platform's decoder says the same, but takes memory to do so. */
final class Utf8 {
    private Utf8() {}

    /**
     * How many bytes the character has that begins at a place; 0 when none does, or one that breaks off.
     *
     * @param end where the bytes end
     */
    static int size(byte[] bytes, int at, int end) {
        int first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return 1;
        } else if (first < 0xC2 || first > 0xF4) {
            return 0;
        } else if (first < 0xE0) {
            return continued(bytes, at, end, 1, 0x80, 0xBF);
        } else if (first < 0xF0) {
            return continued(bytes, at, end, 2, first == 0xE0 ? 0xA0 : 0x80, first == 0xED ? 0x9F : 0xBF);
        }
        return continued(bytes, at, end, 3, first == 0xF0 ? 0x90 : 0x80, first == 0xF4 ? 0x8F : 0xBF);
    }

    /** @param low least that the second byte may be; {@code high} the most */
    private static int continued(byte[] bytes, int at, int end, int more, int low, int high) {
        if (end - at <= more) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        if (second < low || second > high) {
            return 0;
        }
        for (int i = 2; i <= more; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return more + 1;
    }
}
