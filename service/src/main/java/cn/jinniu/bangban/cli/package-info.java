/**
 * The command line: {@code serve}, {@code decide}, {@code replay}, {@code check}, {@code diff}. Only {@code serve} knows of the web, and
 * only it loads Spring.
 */
@NullMarked
package cn.jinniu.bangban.cli;

import org.jspecify.annotations.NullMarked;
