package cn.jinniu.bangban.log.verify;

import cn.jinniu.bangban.text.Text;

/**
 * Something in a log is not as it was written.
 *
 * @param chain the chain it is in; empty where it is in none
 * @param number the first entry it is about, from 1; 0 where it is about none
 * @param what what is wrong
 */
public record Finding(String chain, long number, Text what) {}
