package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.replay.Audit;
import cn.jinniu.bangban.replay.Finding;
import cn.jinniu.bangban.text.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes the replay of a log as JUnit's XML, which build servers show, in English: a test case for each day and ruleset with
 * all that came out equal, and one for each finding. A million decisions are no million test cases that way.
 */
final class LogJunitReport {
    private final XMLStreamWriter xml;

    private LogJunitReport(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static void write(Audit audit, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            new LogJunitReport(xml).suite(audit);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void suite(Audit audit) throws XMLStreamException, IOException {
        Map<String, Long> cases = audit.tallies().cases();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "bangban replay of the log");
        xml.writeAttribute("tests", Long.toString(cases.size() + audit.found()));
        xml.writeAttribute("failures", Long.toString(audit.found()));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute("skipped", "0");
        for (Map.Entry<String, Long> one : cases.entrySet()) {
            String[] dayAndRuleset = one.getKey().split(" ", 2);
            begin(dayAndRuleset[1], dayAndRuleset[0] + ": " + one.getValue() + " came out as answered");
            xml.writeEndElement();
        }
        audit.findings().forEach(this::finding);
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void begin(String ruleset, String name) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "ruleset " + ruleset);
        xml.writeAttribute("name", name);
    }

    private void finding(Finding finding) throws IOException {
        try {
            begin(finding.ruleset(), finding.id() + " " + finding.at());
            xml.writeStartElement("failure");
            xml.writeAttribute("type", finding.kind().name());
            xml.writeAttribute("message", JunitReport.clean(finding.what().in(Language.EN)));
            xml.writeCharacters(JunitReport.clean(finding.differences().stream()
                    .map(one -> one.where() + ": answered " + one.recorded() + " → comes out " + one.now())
                    .collect(Collectors.joining("\n"))));
            xml.writeEndElement();
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }
}
