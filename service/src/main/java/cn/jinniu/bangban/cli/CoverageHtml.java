package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.coverage.Coverage;
import cn.jinniu.bangban.coverage.Mutation;
import cn.jinniu.bangban.coverage.OneSided;
import cn.jinniu.bangban.coverage.Trial;
import cn.jinniu.bangban.engine.RuleInfo;
import cn.jinniu.bangban.engine.Ruleset;
import cn.jinniu.bangban.text.Language;
import cn.jinniu.bangban.text.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Coverage as one page that needs nothing else: the matrix of clauses, rules and scenarios, and unnoticed changes. */
final class CoverageHtml {
    private static final String STYLE = "body{font:15px/1.5 sans-serif;margin:2em;max-width:80em}"
            + "table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.3em .6em;text-align:left;"
            + "vertical-align:top}.bad{background:#fdd}.wide{overflow:auto;max-height:90vh}.grid td,.grid th{padding:0 .15em;"
            + "border-color:#eee}.grid th{position:sticky;left:0;background:#fff;white-space:nowrap;font-weight:normal}"
            + ".grid tr:first-child th{top:0;z-index:1;font-weight:bold}.grid b{color:#263}summary{cursor:pointer}code{white-space:pre-wrap}";

    private final Coverage coverage;
    private final Ruleset ruleset;
    private final Language language;

    CoverageHtml(Coverage coverage, Ruleset ruleset, Language language) {
        this.coverage = coverage;
        this.ruleset = ruleset;
        this.language = language;
    }

    void write(OutputStream out) throws IOException {
        try {
            out.write("<!DOCTYPE html>\n".getBytes(StandardCharsets.UTF_8));
            XMLStreamWriter page = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            page(page);
            page.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void page(XMLStreamWriter page) throws XMLStreamException {
        String title = say("规则的场景覆盖", "How scenarios cover the rules");
        page.writeStartElement("html");
        page.writeAttribute("lang", language == Language.ZH ? "zh-CN" : "en");
        page.writeStartElement("head");
        page.writeEmptyElement("meta");
        page.writeAttribute("charset", "utf-8");
        element(page, "title", title);
        element(page, "style", STYLE);
        page.writeEndElement();
        page.writeStartElement("body");
        element(page, "h1", title);
        element(page, "p", ruleset.id() + " " + ruleset.version());
        element(
                page,
                "p",
                coverage.rules().size()
                        + say(" 条规则，没有场景的 ", " rules; without a scenario: ")
                        + coverage.unfired().size());
        rules(page);
        grid(page);
        unseen(page);
        if (!coverage.trials().isEmpty()) {
            changes(page);
        }
        page.writeEndElement();
        page.writeEndElement();
    }

    private void rules(XMLStreamWriter page) throws XMLStreamException {
        page.writeStartElement("table");
        row(page, "th", "", say("条款", "Clause"), say("规则", "Rule"), say("位置", "Where"), say("场景", "Scenarios"));
        for (Map.Entry<RuleInfo, List<String>> entry : coverage.rules().entrySet()) {
            RuleInfo rule = entry.getKey();
            page.writeStartElement("tr");
            page.writeAttribute("class", entry.getValue().isEmpty() ? "bad" : "good");
            element(page, "td", rule.clause());
            element(page, "td", rule.name());
            element(page, "td", rule.file() + ":" + rule.line());
            page.writeStartElement("td");
            page.writeStartElement("details");
            element(page, "summary", Integer.toString(entry.getValue().size()));
            for (String scenario : entry.getValue()) {
                element(page, "div", scenario);
            }
            page.writeEndElement();
            page.writeEndElement();
            page.writeEndElement();
        }
        page.writeEndElement();
    }

    /** Each rule by each scenario. */
    private void grid(XMLStreamWriter page) throws XMLStreamException {
        ScenarioGroups groups = new ScenarioGroups(coverage.scenarios());
        page.writeStartElement("details");
        element(page, "summary", say("每条规则在哪些场景中得出结果", "Each rule by each scenario"));
        page.writeStartElement("div");
        page.writeAttribute("class", "wide");
        page.writeStartElement("table");
        page.writeAttribute("class", "grid");
        page.writeStartElement("tr");
        element(page, "th", "");
        for (Map.Entry<String, Integer> folder :
                groups.count(coverage.scenarios()).entrySet()) {
            page.writeStartElement("th");
            page.writeAttribute("colspan", folder.getValue().toString());
            page.writeCharacters(folder.getKey());
            page.writeEndElement();
        }
        page.writeEndElement();
        for (Map.Entry<RuleInfo, List<String>> entry : coverage.rules().entrySet()) {
            Set<String> fires = Set.copyOf(entry.getValue());
            page.writeStartElement("tr");
            element(page, "th", entry.getKey().name());
            for (String scenario : coverage.scenarios()) {
                page.writeStartElement("td");
                if (fires.contains(scenario)) {
                    page.writeAttribute("title", groups.below(scenario));
                    element(page, "b", "●");
                }
                page.writeEndElement();
            }
            page.writeEndElement();
        }
        page.writeEndElement();
        page.writeEndElement();
        page.writeEndElement();
    }

    private void unseen(XMLStreamWriter page) throws XMLStreamException {
        element(page, "h2", say("场景没有从两面说明的条件", "Conditions that scenarios do not show both ways"));
        element(page, "p", coverage.oneSided().size() + " / " + coverage.conditions());
        page.writeStartElement("table");
        for (OneSided one : coverage.oneSided()) {
            row(
                    page,
                    "td",
                    "bad",
                    one.condition().rule().file() + ":" + one.condition().line() + ":"
                            + one.condition().column(),
                    CoverageText.oneSided(one, language),
                    CoverageText.oneLine(one.condition().text()));
        }
        page.writeEndElement();
        element(page, "h2", say("没有场景察觉的参数值", "Values of parameters that no scenario notices"));
        element(page, "p", Integer.toString(coverage.blind().size()));
        page.writeStartElement("table");
        for (Coverage.BlindValue value : coverage.blind()) {
            row(page, "td", "bad", "parameters.yaml:" + value.line(), value.parameter(), value.value());
        }
        page.writeEndElement();
    }

    private void changes(XMLStreamWriter page) throws XMLStreamException {
        element(page, "h2", say("没有场景察觉的改动", "Changes that no scenario notices"));
        element(
                page,
                "p",
                coverage.score() + " %: " + coverage.count(Trial.Result.NOTICED) + say(" 处被察觉，", " noticed, ")
                        + coverage.count(Trial.Result.UNNOTICED) + say(" 处没有", " not"));
        page.writeStartElement("table");
        row(page, "th", "", say("位置", "Where"), say("种类", "Kind"), say("改动", "Change"));
        for (Trial trial : coverage.unnoticed()) {
            Mutation mutation = trial.mutation();
            row(
                    page,
                    "td",
                    "bad",
                    mutation.file() + ":" + mutation.line() + ":" + mutation.column(),
                    mutation.kind().text().in(language),
                    CoverageText.change(mutation));
        }
        page.writeEndElement();
    }

    private static void row(XMLStreamWriter page, String cell, String style, String... contents)
            throws XMLStreamException {
        page.writeStartElement("tr");
        if (!style.isEmpty()) {
            page.writeAttribute("class", style);
        }
        for (String content : contents) {
            element(page, cell, content);
        }
        page.writeEndElement();
    }

    private static void element(XMLStreamWriter page, String name, String content) throws XMLStreamException {
        page.writeStartElement(name);
        page.writeCharacters(content);
        page.writeEndElement();
    }

    private String say(String zh, String en) {
        return new Text(zh, en).in(language);
    }
}
