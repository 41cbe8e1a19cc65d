/** Properties of every decision, shown on seeded random requests: as JSON in, as the contract's bytes out. */
package cn.jinniu.bangban.property;
