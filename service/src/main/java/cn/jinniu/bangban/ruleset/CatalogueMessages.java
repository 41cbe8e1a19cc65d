package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Messages;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.ruleset.Catalogue.Entry;
import cn.jinniu.bangban.text.Language;
import java.util.Objects;

/** Says answers in the words of the catalogue, with the units' names. */
final class CatalogueMessages implements Messages {
    private final Catalogue catalogue;
    private final Directory directory;

    CatalogueMessages(Catalogue catalogue, Directory directory) {
        this.catalogue = catalogue;
        this.directory = directory;
    }

    @Override
    public void say(Obligation obligation, Language language, StringBuilder out) {
        Entry entry = catalogue.obligation(obligation.code()).entry();
        MessageFiller filler =
                new MessageFiller(catalogue, directory, language, obligation.subject(), obligation, null);
        say(entry, MessageKind.of(obligation), language, filler, out);
    }

    @Override
    public void say(Alert alert, Language language, StringBuilder out) {
        Entry entry = catalogue.alert(alert.code());
        MessageFiller filler =
                new MessageFiller(catalogue, directory, language, alert.subject(), alert.obligation(), alert);
        say(entry, MessageKind.of(alert.obligation()), language, filler, out);
    }

    private static void say(Entry entry, MessageKind kind, Language language, MessageFiller filler, StringBuilder out) {
        Objects.requireNonNull(entry.messages().get(kind)).in(language).write(out, filler);
    }
}
