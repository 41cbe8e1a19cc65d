package cn.jinniu.bangban.engine.sandbox;

import org.drools.drl.ast.descr.PackageDescr;

/**
 * A rule file to be looked at.
 *
 * @param path path below the rules folder, with {@code /}
 * @param text all of it
 * @param content what the parser made of it
 */
public record GuardedFile(String path, String text, PackageDescr content) {}
