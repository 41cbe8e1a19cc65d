package cn.jinniu.bangban.engine;

import org.drools.drl.ast.descr.PackageDescr;

/** A rule file as the parser understood it. */
record RuleFile(String path, String text, PackageDescr content) {}
