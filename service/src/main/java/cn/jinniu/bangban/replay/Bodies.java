package cn.jinniu.bangban.replay;

import org.jspecify.annotations.Nullable;

@SuppressWarnings("ArrayRecordComponent")
record Bodies(byte[] request, byte[] answer, @Nullable String lostKey) {}
