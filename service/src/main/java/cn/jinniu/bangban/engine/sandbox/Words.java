package cn.jinniu.bangban.engine.sandbox;

import java.util.Set;

/** Words of Java and MVEL that no rule says. */
final class Words {
    private Words() {}

    static final Set<String> FORBIDDEN = Set.of(
            "abstract",
            "assert",
            "catch",
            "class",
            "const",
            "convertable_to",
            "def",
            "enum",
            "finally",
            "foreach",
            "function",
            "goto",
            "implements",
            "import",
            "import_static",
            "interface",
            "isdef",
            "module",
            "native",
            "new",
            "package",
            "permits",
            "private",
            "protected",
            "proto",
            "public",
            "record",
            "sealed",
            "soundslike",
            "static",
            "strictfp",
            "strsim",
            "struct",
            "super",
            "synchronized",
            "throws",
            "transient",
            "try",
            "until",
            "untyped",
            "volatile",
            "with");
}
