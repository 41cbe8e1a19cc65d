/** Tests of the decision log with the real parts: files, the embedded database, a real PostgreSQL. */
package cn.jinniu.bangban.log;
