/**
 * A second reading of the policy: an independent, plain-Java implementation to hold the rules against, and random
 * requests to hold them against it.
 *
 * <p>Written from the texts of the policy and the contract alone. It shares only the records of {@code facts} and
 * {@code decision} with the service: no as-of view, no calendar, no rules.
 */
package cn.jinniu.bangban.reference;
