/** From the bytes of a request to the bytes of its answer, the same way for the web and the command line. No Spring. */
package cn.jinniu.bangban.desk;
