/** Benchmarks, built and run by the profile {@code bench} only; no part of the program. */
package cn.jinniu.bangban.bench;
