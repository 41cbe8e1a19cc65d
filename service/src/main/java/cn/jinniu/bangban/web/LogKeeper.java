package cn.jinniu.bangban.web;

import cn.jinniu.bangban.desk.DecisionKeeper;
import cn.jinniu.bangban.desk.Served;
import cn.jinniu.bangban.log.DecisionLog;
import cn.jinniu.bangban.log.LogUnavailable;
import cn.jinniu.bangban.log.Receipt;
import cn.jinniu.bangban.log.find.EntryTerms;
import cn.jinniu.bangban.log.privacy.Privacy;
import cn.jinniu.bangban.log.record.Caller;
import cn.jinniu.bangban.log.record.Draft;
import cn.jinniu.bangban.log.record.FoundBy;
import cn.jinniu.bangban.log.record.Kind;
import cn.jinniu.bangban.log.record.KnownBy;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Puts decisions on the log, with who asked for them. */
@Component
class LogKeeper {
    private static final String CLIENT_ID = "X-Client-Id";

    private final DecisionLogHolder holder;
    private final RulesetArchivist archivist;
    private final Privacy privacy;

    LogKeeper(DecisionLogHolder holder, RulesetArchivist archivist, PrivacyProperties settings) {
        this.holder = holder;
        this.archivist = archivist;
        this.privacy = settings.privacy();
    }

    /** Keeps what is asked for by a request. */
    DecisionKeeper of(HttpServletRequest request) {
        DecisionLog log = holder.log();
        if (log == null) {
            return DecisionKeeper.NONE;
        }
        Caller caller = caller(request);
        return served -> keep(log, caller, served);
    }

    private DecisionKeeper.Keeping keep(DecisionLog log, Caller caller, Served served) throws DecisionKeeper.NotKept {
        try {
            archivist.ensure();
            Draft draft = draft(caller, served);
            Receipt receipt = draft.hidden() == null ? log.keep(draft, foundBy(caller, served)) : log.keep(draft);
            return () -> await(receipt);
        } catch (LogUnavailable e) {
            throw notKept(e);
        }
    }

    private Draft draft(Caller caller, Served served) {
        UUID id = UUID.fromString(served.decisionId());
        Privacy.Stored stored = privacy.store(id, served.request(), served.answer());
        return new Draft(
                Kind.DECISION,
                id,
                caller,
                served.decided().decision().version(),
                served.language().ordinal(),
                served.nanoseconds(),
                stored.request(),
                stored.answer(),
                stored.hidden());
    }

    /** What it is found by; where something is encrypted, that is only what is left of it. */
    private static FoundBy foundBy(Caller caller, Served served) {
        return EntryTerms.of(
                caller.name(), served.decided().facts(), served.decided().decision());
    }

    private static void await(Receipt receipt) throws DecisionKeeper.NotKept {
        try {
            receipt.await();
        } catch (LogUnavailable e) {
            throw notKept(e);
        }
    }

    private static DecisionKeeper.NotKept notKept(LogUnavailable e) {
        return new DecisionKeeper.NotKept(e.reason());
    }

    /** Who asks: proven if possible, said if not, and else the address the call comes from. */
    private static Caller caller(HttpServletRequest request) {
        Principal principal = request.getUserPrincipal();
        if (principal != null) {
            return new Caller(principal.getName(), KnownBy.PRINCIPAL);
        }
        String said = request.getHeader(CLIENT_ID);
        return said == null || said.isBlank()
                ? new Caller(request.getRemoteAddr(), KnownBy.ADDRESS)
                : new Caller(asMeant(said).strip(), KnownBy.CLIENT_ID);
    }

    /** Headers are read byte by byte as Latin-1, but a name in Chinese is sent in UTF-8; what is none stays as it was read. */
    private static String asMeant(String header) {
        byte[] bytes = header.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return header;
        }
    }
}
