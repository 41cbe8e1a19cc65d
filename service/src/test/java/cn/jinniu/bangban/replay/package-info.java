/** Tests of replaying the decision log, on real logs. */
package cn.jinniu.bangban.replay;
