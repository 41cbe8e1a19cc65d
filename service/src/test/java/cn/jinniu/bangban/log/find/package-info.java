/** Tests of finding decisions on the log, with the real databases; and a measure of it on a log of ten million. */
package cn.jinniu.bangban.log.find;
