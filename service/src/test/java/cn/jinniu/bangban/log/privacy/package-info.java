/** Tests of what is encrypted and masked. */
package cn.jinniu.bangban.log.privacy;
