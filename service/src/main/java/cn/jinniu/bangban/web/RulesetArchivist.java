package cn.jinniu.bangban.web;

import cn.jinniu.bangban.live.InForce;
import cn.jinniu.bangban.live.LiveListener;
import cn.jinniu.bangban.log.DecisionLog;
import cn.jinniu.bangban.log.LogUnavailable;
import cn.jinniu.bangban.log.archive.RulesetDraft;
import cn.jinniu.bangban.log.archive.RulesetZip;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Has the log keep every ruleset that comes into force, ahead of the decisions that are made by it. Where the log cannot be
 * written just then, it is done before the first such decision is told.
 */
@Component
class RulesetArchivist implements LiveListener {
    private static final Logger LOG = LoggerFactory.getLogger(RulesetArchivist.class);

    private final @Nullable DecisionLog log;
    private final String from;
    private final String by;

    private final Object archiving = new Object();
    private volatile @Nullable InForce newest;
    private volatile @Nullable String archived;

    RulesetArchivist(DecisionLogHolder holder, BangbanProperties properties) {
        log = holder.log();
        from = Path.of(properties.rules()).toAbsolutePath().normalize().toString();
        by = System.getProperty("user.name", "?") + ", serve, process "
                + ProcessHandle.current().pid();
    }

    /** Only begins to: neither a start nor a change of rules waits for it. */
    @Override
    public void comesIntoForce(InForce next) {
        newest = next;
        if (log != null) {
            Thread thread = new Thread(this::tryEnsure, "ruleset-archivist");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void tryEnsure() {
        try {
            ensure();
        } catch (LogUnavailable e) {
            LOG.warn("The log could not keep the ruleset in force yet: {}", e.getMessage());
        }
    }

    /** Sees to it that the log has the ruleset in force. An older one, whose last decisions are under way, it has had since. */
    void ensure() throws LogUnavailable {
        InForce inForce = newest;
        if (inForce != null && log != null && !inForce.version().equals(archived)) {
            synchronized (archiving) {
                if (!inForce.version().equals(archived)) {
                    archive(log, inForce);
                }
            }
        }
    }

    private void archive(DecisionLog to, InForce next) throws LogUnavailable {
        byte[] files = RulesetZip.of(next.source());
        RulesetDraft draft = RulesetDraft.of(next.desk().ruleset().id(), next.version(), from, by, files);
        to.keep(draft.draft(), files).await();
        archived = next.version();
    }
}
