namespace Undercurrent.Analyzers.Knowledge;

/// <summary>
/// What the catalogues can say of how an API delivers: how it retries, acknowledges, keeps and completes. The text form is the
/// kebab-case of the name, and no name is also an <see cref="ApiTrait"/>.
/// </summary>
[Flags]
internal enum DeliveryTrait : long
{
    None = 0,

    /// <summary>Has messages forgotten that were not worked on, or sent and never answered.</summary>
    Forgets = 1L << 24,

    /// <summary>A setting that does when it is true.</summary>
    ForgetsWhenTrue = 1L << 25,

    /// <summary>A setting that does when it is false, or zero.</summary>
    ForgetsWhenFalse = 1L << 26,

    /// <summary>Tells a broker that a record was taken care of, so that it does not come again.</summary>
    Acknowledges = 1L << 12,

    /// <summary>Hands over a record that its broker keeps until it is told.</summary>
    HandsOver = 1L << 13,

    /// <summary>False leaves it to the program to say when a record is done with.</summary>
    ManualWhenFalse = 1L << 14,

    /// <summary>Has a broker or store keep messages in memory alone, or take them without a word.</summary>
    Transient = 1L << 27,

    /// <summary>A setting that does when it is true.</summary>
    TransientWhenTrue = 1L << 28,

    /// <summary>A setting that does when it is false.</summary>
    TransientWhenFalse = 1L << 29,

    /// <summary>Tries again at once: a call, or a property that is set. Read by UC6002.</summary>
    RetryNow = 1,

    /// <summary>Tries again without an end: a call, or a property that is set. Read by UC6003.</summary>
    RetryForever = 2,

    /// <summary>Takes how often is tried.</summary>
    RetryCount = 4,

    /// <summary>Takes how long is waited before another attempt: a length, a list of them, or what computes one.</summary>
    RetryDelay = 8,

    /// <summary>Waits as long before each attempt, unless it is told otherwise.</summary>
    RetrySameWait = 16,

    /// <summary>Waits longer before each further attempt, and differently on each machine, unless it is told otherwise.</summary>
    RetryLongerWait = 32,

    /// <summary>Takes how the wait grows.</summary>
    RetryGrowth = 64,

    /// <summary>Takes whether the wait is partly left to chance.</summary>
    RetryJitter = 128,

    /// <summary>Takes how long to go on trying at all.</summary>
    RetryDeadline = 256,

    /// <summary>Tries without an end where it is zero, or left out. Read by UC6003.</summary>
    EndlessAtZero = 512,

    /// <summary>Makes final what was done through its object, which is undone when the object goes without it.</summary>
    Completes = 1L << 40,

    /// <summary>Makes final what was begun on its object.</summary>
    CompletesBegun = 1L << 41,

    /// <summary>Gives up what was begun, on purpose.</summary>
    Abandons = 1L << 42,

    /// <summary>Begins on its object what is undone unless completed.</summary>
    Begins = 1L << 43,

    /// <summary>Gives an object that keeps what is written to it until it is flushed or closed.</summary>
    Buffers = 1L << 44,

    /// <summary>Gives a producer that keeps messages until it is flushed.</summary>
    KeepsMessages = 1L << 45,

    /// <summary>Takes a message and says how that went only to a handler it may be given.</summary>
    TellsHandler = 1L << 46,

    /// <summary>Takes a message and says how that went only through its task.</summary>
    TellsTask = 1L << 47,

    /// <summary>Gives memory that is only lent, for as long as the handler runs.</summary>
    Lends = 1L << 48,

    /// <summary>Gives a consumer that shares the partitions of a topic with its group.</summary>
    JoinsGroup = 1L << 49,

    /// <summary>Tells the group that a consumer goes.</summary>
    LeavesGroup = 1L << 50,

    /// <summary>Opens a channel of a connection, which is meant to be kept.</summary>
    OpensChannel = 1L << 51,

    /// <summary>Makes a client that keeps connections and is meant to be shared.</summary>
    SharedClient = 1L << 30,
}
