/** Tests of the journal: what is left of it when a write is torn or the power goes. */
package cn.jinniu.bangban.log.journal;
