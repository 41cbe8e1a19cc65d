/**
 * Scenarios: requests with the answers they are expected to get, as files that auditors read, and replaying them. Knows
 * neither Spring nor the command line.
 */
@NullMarked
package cn.jinniu.bangban.scenario;

import org.jspecify.annotations.NullMarked;
