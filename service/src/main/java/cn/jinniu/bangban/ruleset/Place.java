package cn.jinniu.bangban.ruleset;

/** A line and a column of a file, from 1; 0 where there is none. */
record Place(int line, int column) {}
