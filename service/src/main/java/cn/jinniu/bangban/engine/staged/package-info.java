/**
 * Decides by compiled rules stage by stage, without Drools' network: rules only ever add facts, and the order of reasoning
 * is known, so each rule is matched once, when all it reads is there. Conditions and consequences are the very ones that
 * Drools compiled; what is left out is the network's bookkeeping for facts that change, and none do.
 */
@NullMarked
package cn.jinniu.bangban.engine.staged;

import org.jspecify.annotations.NullMarked;
