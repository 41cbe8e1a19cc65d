package cn.jinniu.bangban.ruleset;

/** A line and a column of a file, from 1; 0 where there is none. */
public record Place(int line, int column) {}
