package cn.jinniu.bangban.facts;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.reference.CaseFileJson;
import cn.jinniu.bangban.reference.RandomRequests;
import cn.jinniu.bangban.reference.ReferenceData;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Valid requests, broken at random: each seed is one request and one to three breakages. */
@DisplayName("A request broken at random")
class CaseFileReaderFuzzTest {
    private static final int CASES = 24_000;
    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final JsonMapper NO_DUPLICATES = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private static final List<byte[]> VALID = valid();

    private static List<byte[]> valid() {
        return IntStream.rangeClosed(0, 100)
                .mapToObj(seed -> seed == 0
                        ? Requests.everyField()
                        : RandomRequests.of(seed).json())
                .filter(json -> json.length() < 4_500 || json.equals(Requests.everyField()))
                .map(json -> json.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Test
    @DisplayName("never gets an exception, is JSON when Jackson says so, and has its errors where it says")
    void everyCaseIsAnswered() {
        Map<Class<?>, Integer> answers = new HashMap<>();
        Set<FactErrorCode> codes = EnumSet.noneOf(FactErrorCode.class);
        for (int seed = 0; seed < CASES; seed++) {
            byte[] body = broken(seed);
            try {
                Reading reading = Requests.read(body);
                answers.merge(reading.getClass(), 1, Integer::sum);
                if (reading instanceof Reading.Refused refused) {
                    refused.errors().forEach(error -> codes.add(error.code()));
                }
                check(reading, body);
            } catch (RuntimeException | StackOverflowError | AssertionError wrong) {
                throw new AssertionError("seed " + seed + ": " + new String(body, StandardCharsets.UTF_8), wrong);
            }
        }
        // The breakages must reach all of it, or they show nothing.
        assertThat(answers.values()).hasSize(3).allMatch(count -> count > CASES / 100);
        assertThat(codes).containsExactly(FactErrorCode.values());
    }

    private static void check(Reading reading, byte[] body) {
        assertThat(isJson(body)).isEqualTo(!(reading instanceof Reading.NotJson));
        if (reading instanceof Reading.Facts read) {
            checkFacts(read.facts(), LENIENT.readTree(body));
        } else if (reading instanceof Reading.Refused refused) {
            checkErrors(refused, LENIENT.readTree(body), namesFieldsTwice(body));
        }
    }

    private static void checkFacts(CaseFile facts, JsonNode root) {
        if (root.path("asOf").isString()) {
            assertThat(facts)
                    .hasToString(CaseFileJson.parse(root.toString(), ReferenceData.UNITS)
                            .toString());
        }
    }

    private static void checkErrors(Reading.Refused refused, JsonNode root, boolean namesFieldsTwice) {
        assertThat(refused.errors()).isNotEmpty();
        assertThat(refused.errors().stream().map(FactError::pointer)).doesNotHaveDuplicates();
        assertThat(refused.unlisted()).isZero();
        // Of a field that is named twice the tree has one value only, which may be the other one.
        if (!namesFieldsTwice) {
            assertThat(refused.errors())
                    .noneMatch(error -> root.at(place(error)).isMissingNode());
        }
    }

    /** Where something must be: for a field that is missing, its object. */
    private static String place(FactError error) {
        return error.code() == FactErrorCode.REQUIRED
                ? error.pointer().substring(0, error.pointer().lastIndexOf('/'))
                : error.pointer();
    }

    private static boolean isJson(byte[] body) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return (body.length < 2 || body[0] != 0 && body[1] != 0)
                    && !LENIENT.readTree(body).isMissingNode();
        } catch (CharacterCodingException | JacksonException notJson) {
            return false;
        }
    }

    private static boolean namesFieldsTwice(byte[] body) {
        try {
            NO_DUPLICATES.readTree(body);
            return false;
        } catch (JacksonException twice) {
            return true;
        }
    }

    private static byte[] broken(int seed) {
        Random random = new Random(seed);
        byte[] body = VALID.get(random.nextInt(VALID.size()));
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            body = random.nextInt(5) == 0
                    ? Breakage.ofBytes(body, random)
                    : Breakage.ofTokens(new String(body, StandardCharsets.UTF_8), random)
                            .getBytes(StandardCharsets.UTF_8);
        }
        return body;
    }
}
