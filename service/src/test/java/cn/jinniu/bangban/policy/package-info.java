/** Tests of the files under {@code rules/}: that they are whole, and that changing them changes what is decided. */
package cn.jinniu.bangban.policy;
