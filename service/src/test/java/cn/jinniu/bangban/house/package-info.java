/** Tests of how the house is built: who may know whom, and what main sources must not know at all. */
package cn.jinniu.bangban.house;
