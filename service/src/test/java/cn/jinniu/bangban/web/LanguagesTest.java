package cn.jinniu.bangban.web;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jinniu.bangban.text.Language;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

@DisplayName("The language of an answer")
class LanguagesTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "en | EN",
                "EN-gb | EN",
                "en;q=0.001 | EN",
                "fr, en;q=0.5 | EN",
                "en, zh | EN",
                "zh;q=0.2, en;q=0.3 | EN",
                "zh;q=0, en;q=0.1 | EN",
                "de-CH , en-US ; q=0.9 , *;q=0.1 | EN",
                "`` | ZH",
                "zh-Hans-CN | ZH",
                "fr | ZH",
                "* | ZH",
                "*, en;q=0.9 | ZH",
                "zh-CN,zh;q=0.9,en;q=0.8 | ZH",
                "en;q=0 | ZH",
                "en;q=0.4, zh | ZH",
                "english | ZH",
                "zh, en | ZH"
            })
    @DisplayName("is Chinese unless English is preferred")
    void preferred(String header, Language language) {
        assertThat(Languages.of(header)).isEqualTo(language);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "- | ZH",
                "--,en | EN",
                ";;;,,, | ZH",
                "en;q= | ZH",
                "en;q=x, zh;q=0.1 | ZH",
                "en;q=2 | ZH",
                "en;q=-1 | ZH",
                "en;q=NaN | ZH",
                "en_US | ZH",
                "en;level=1 | ZH",
                "q=1;en | ZH"
            })
    @DisplayName("passes over what is malformed")
    void malformed(String header, Language language) {
        assertThat(Languages.of(header)).isEqualTo(language);
    }

    @Test
    @DisplayName("is found in any header")
    void any() {
        Random random = new Random(20260326);
        String letters = "enzh-*;q=01.,  _\t/é中";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder header = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                header.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(Languages.of(header.toString())).as(header.toString()).isNotNull();
        }
    }

    @Test
    @DisplayName("may be said in several headers, or none")
    void headers() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        assertThat(Languages.of(request)).isEqualTo(Language.ZH);
        request.addHeader("Accept-Language", "zh;q=0.5");
        request.addHeader("Accept-Language", "en");
        assertThat(Languages.of(request)).isEqualTo(Language.EN);
    }
}
