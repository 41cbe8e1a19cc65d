package cn.jinniu.bangban.vocabulary;

import cn.jinniu.bangban.facts.Unit;
import cn.jinniu.bangban.ruleset.OwnerPrecedence;
import org.jspecify.annotations.Nullable;

/** The units that could own a case; the one whose ground ranks first does. */
public final class OwnerCandidates {
    private final OwnerPrecedence precedence;
    private int rank = Integer.MAX_VALUE;
    private @Nullable Unit unit;
    private @Nullable String ground;

    public OwnerCandidates(OwnerPrecedence precedence) {
        this.precedence = precedence;
    }

    /** A unit that could own it on a ground; null is no candidate. */
    public OwnerCandidates add(String onGround, @Nullable Unit candidate) {
        int itsRank = precedence.rank(onGround);
        if (candidate != null && itsRank < rank) {
            rank = itsRank;
            unit = candidate;
            ground = onGround;
        }
        return this;
    }

    /** The unit that ranks first, null when there is no candidate. */
    public @Nullable Unit unit() {
        return unit;
    }

    /** Its ground, null when there is no candidate. */
    public @Nullable String ground() {
        return ground;
    }
}
