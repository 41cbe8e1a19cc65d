package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Messages;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.ruleset.Catalogue.Entry;
import cn.jinniu.bangban.text.Language;
import java.util.Objects;

/** Says answers in the words of the catalogue, with the units' names. */
final class CatalogueMessages implements Messages {
    private static final int USUAL_LENGTH = 160;

    private final Catalogue catalogue;
    private final Directory directory;

    CatalogueMessages(Catalogue catalogue, Directory directory) {
        this.catalogue = catalogue;
        this.directory = directory;
    }

    @Override
    public String of(Obligation obligation, Language language) {
        Entry entry = catalogue.obligation(obligation.code()).entry();
        MessageFiller filler =
                new MessageFiller(catalogue, directory, language, obligation.subject(), obligation, null);
        return say(entry, MessageKind.of(obligation), language, filler);
    }

    @Override
    public String of(Alert alert, Language language) {
        Entry entry = catalogue.alert(alert.code());
        MessageFiller filler =
                new MessageFiller(catalogue, directory, language, alert.subject(), alert.obligation(), alert);
        return say(entry, MessageKind.of(alert.obligation()), language, filler);
    }

    private static String say(Entry entry, MessageKind kind, Language language, MessageFiller filler) {
        StringBuilder sentence = new StringBuilder(USUAL_LENGTH);
        Objects.requireNonNull(entry.messages().get(kind)).in(language).write(sentence, filler);
        return sentence.toString();
    }
}
