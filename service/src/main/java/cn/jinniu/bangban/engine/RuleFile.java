package cn.jinniu.bangban.engine;

import org.drools.drl.ast.descr.PackageDescr;

/**
 * A rule file as the parser understood it.
 *
 * @param text as written, but for full-width punctuation
 * @param lost the text of what the parser did not understand; empty as a rule
 */
record RuleFile(String path, String text, PackageDescr content, String lost) {}
