package cn.jinniu.bangban.ruleset;

import cn.jinniu.bangban.decision.Alert;
import cn.jinniu.bangban.decision.Messages;
import cn.jinniu.bangban.decision.Obligation;
import cn.jinniu.bangban.decision.Sentence;
import cn.jinniu.bangban.ruleset.Catalogue.Entry;
import cn.jinniu.bangban.ruleset.Catalogue.ObligationEntry;
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
    public void say(Obligation obligation, Language language, Sentence out) {
        ObligationEntry entry = catalogue.obligation(obligation.code());
        MessageFiller filler =
                new MessageFiller(catalogue, directory, language, obligation.subject(), obligation, entry, null);
        say(entry.entry(), MessageKind.of(obligation), language, filler, out);
    }

    @Override
    public void say(Alert alert, Language language, Sentence out) {
        Entry entry = catalogue.alert(alert.code());
        Obligation obligation = alert.obligation();
        ObligationEntry owed = obligation == null ? null : catalogue.obligation(obligation.code());
        MessageFiller filler =
                new MessageFiller(catalogue, directory, language, alert.subject(), obligation, owed, alert);
        say(entry, MessageKind.of(obligation), language, filler, out);
    }

    private static void say(Entry entry, MessageKind kind, Language language, MessageFiller filler, Sentence out) {
        Objects.requireNonNull(entry.messages().get(kind)).in(language).write(out, filler);
    }
}
