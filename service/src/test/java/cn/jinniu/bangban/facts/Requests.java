package cn.jinniu.bangban.facts;

import cn.jinniu.bangban.reference.ReferenceData;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** Reads requests in tests. */
final class Requests {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 26);
    static final CaseFileReader READER = new CaseFileReader(ReferenceData.UNITS, ReferenceData.SECTORS.keySet());

    private Requests() {}

    /** A valid request that names every field the contract has. */
    static String everyField() {
        try (InputStream file = Requests.class.getResourceAsStream("/facts/every-field.request.json")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Reading read(byte[] json) {
        return READER.read(json, TODAY);
    }

    static Reading read(String json) {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads JSON in which ' stands for ". */
    static Reading quoted(String json) {
        return read(json.replace('\'', '"'));
    }

    static CaseFile facts(String json) {
        if (quoted(json) instanceof Reading.Facts read) {
            return read.facts();
        }
        throw new AssertionError(quoted(json));
    }

    static List<FactError> errors(String json) {
        if (quoted(json) instanceof Reading.Refused refused) {
            return refused.errors();
        }
        throw new AssertionError(quoted(json));
    }

    /** What is wrong, each as pointer and code. */
    static List<String> wrong(String json) {
        return errors(json).stream().map(Requests::brief).toList();
    }

    static String brief(FactError error) {
        return error.pointer() + " " + error.code();
    }

    static String notJson(byte[] json) {
        if (read(json) instanceof Reading.NotJson wrong) {
            return wrong.detail().en();
        }
        throw new AssertionError(read(json));
    }

    static String notJson(String json) {
        return notJson(json.getBytes(StandardCharsets.UTF_8));
    }
}
