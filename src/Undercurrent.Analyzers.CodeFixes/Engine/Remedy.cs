using Microsoft.CodeAnalysis;

namespace Undercurrent.Analyzers.Engine;

/// <summary>One way to mend a rule's findings. Mending one and mending all are the same edit.</summary>
public abstract class Remedy
{
    private protected Remedy(string name, string title)
    {
        Name = name;
        Title = title;
    }

    /// <summary>The part of the equivalence key that tells this remedy from the rule's others, such as <c>environment</c>.</summary>
    public string Name { get; }

    /// <summary>What the light bulb and the rule's page say: imperative, and never a value from the source.</summary>
    public string Title { get; }

    /// <summary>Says no before the light bulb shows, never after: a remedy that may change nothing is not offered.</summary>
    private protected abstract Task<bool> CanMendAsync(Finding finding, CancellationToken cancellation);

    /// <summary>Makes the edit, in the finding's document or any other of its solution.</summary>
    private protected abstract Task MendAsync(Finding finding, Mending mending);

    internal Task<bool> Offers(Finding finding, CancellationToken cancellation) => CanMendAsync(finding, cancellation);

    internal Task Apply(Finding finding, Mending mending) => MendAsync(finding, mending);
}

/// <summary>A remedy that edits the reported node.</summary>
/// <typeparam name="TNode">What the reported span must be, or be inside of.</typeparam>
public abstract class Remedy<TNode> : Remedy
    where TNode : SyntaxNode
{
    private protected Remedy(string name, string title)
        : base(name, title)
    {
    }

    private protected virtual Task<bool> CanMendAsync(TNode node, Finding finding, CancellationToken cancellation) => Task.FromResult(true);

    private protected abstract Task MendAsync(TNode node, Finding finding, Mending mending);

    private protected sealed override async Task<bool> CanMendAsync(Finding finding, CancellationToken cancellation) =>
        finding.Find<TNode>() is { } node && await CanMendAsync(node, finding, cancellation).ConfigureAwait(false);

    private protected sealed override Task MendAsync(Finding finding, Mending mending) =>
        MendAsync(finding.Find<TNode>()!, finding, mending);
}
