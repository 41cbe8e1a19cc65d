package cn.jinniu.bangban.cli;

import cn.jinniu.bangban.scenario.Difference;
import cn.jinniu.bangban.scenario.ScenarioOutcome;
import cn.jinniu.bangban.text.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes a replay as JUnit's XML, which build servers show: a test suite with one test case a scenario, in English. */
final class JunitReport {
    private final XMLStreamWriter xml;

    private JunitReport(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static void write(List<Replayed> replayed, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            new JunitReport(xml).suite(replayed);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void suite(List<Replayed> replayed) throws XMLStreamException {
        long failures =
                replayed.stream().filter(one -> !one.outcome().asExpected()).count();
        long nanoseconds = replayed.stream().mapToLong(Replayed::nanoseconds).sum();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        attribute("name", "bangban replay");
        attribute("tests", Integer.toString(replayed.size()));
        attribute("failures", Long.toString(failures));
        attribute("errors", "0");
        attribute("skipped", "0");
        attribute("time", seconds(nanoseconds));
        for (Replayed one : replayed) {
            testCase(one.outcome(), one.nanoseconds());
        }
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void testCase(ScenarioOutcome outcome, long nanoseconds) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        attribute("classname", outcome.scenario().file());
        attribute("name", outcome.scenario().title().en());
        attribute("file", outcome.scenario().file());
        attribute("time", seconds(nanoseconds));
        if (!outcome.asExpected()) {
            List<Difference> differences = outcome.differences();
            xml.writeStartElement("failure");
            attribute("message", differences.get(0).what().en());
            xml.writeCharacters(clean(differences.stream()
                    .flatMap(difference -> ReplayReport.lines(difference, Language.EN).stream())
                    .collect(Collectors.joining("\n"))));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, clean(value));
    }

    private static String seconds(long nanoseconds) {
        return String.format(Locale.ROOT, "%.3f", nanoseconds / 1e9);
    }

    /** Facts may hold characters that XML cannot; the replacement character stands for them. */
    static String clean(String text) {
        return text.codePoints()
                .map(c -> isXml(c) ? c : '\uFFFD')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c <= 0xD7FF
                || c >= 0xE000 && c <= 0xFFFD
                || c >= 0x10000;
    }
}
