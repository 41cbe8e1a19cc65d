package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.text.Language;
import picocli.CommandLine.Option;

/** The language to speak. */
final class LanguageOption {
    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            defaultValue = "zh",
            description = {"输出的语言（默认 zh）", "Language of the output (default: zh)"})
    Language language = Language.ZH;
}
