using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Microsoft.CodeAnalysis.Testing;

/// <summary>Throws <see cref="InvalidOperationException"/>, naming the checks it was in the middle of.</summary>
public class DefaultVerifier : IVerifier
{
    public DefaultVerifier()
        : this(ImmutableStack<string>.Empty)
    {
    }

    protected DefaultVerifier(ImmutableStack<string> context) => Context = context;

    protected ImmutableStack<string> Context { get; }

    public virtual void Empty<T>(string collectionName, IEnumerable<T> collection) => Ensure(!collection.Any(), $"'{collectionName}' is not empty");

    public virtual void NotEmpty<T>(string collectionName, IEnumerable<T> collection) => Ensure(collection.Any(), $"'{collectionName}' is empty");

    public virtual void LanguageIsSupported(string language) => Ensure(language is LanguageNames.CSharp, $"Unsupported language: '{language}'");

    public virtual void Equal<T>(T expected, T actual, string? message = null) =>
        Ensure(EqualityComparer<T>.Default.Equals(expected, actual), message ?? $"Expected '{expected}' but found '{actual}'");

    public virtual void True([DoesNotReturnIf(false)] bool assert, string? message = null) => Ensure(assert, message ?? "Expected true but found false");

    public virtual void False([DoesNotReturnIf(true)] bool assert, string? message = null) => Ensure(!assert, message ?? "Expected false but found true");

    [DoesNotReturn]
    public virtual void Fail(string? message = null) => throw new InvalidOperationException(CreateMessage(message ?? "Something was not as expected"));

    public virtual void SequenceEqual<T>(IEnumerable<T> expected, IEnumerable<T> actual, IEqualityComparer<T>? equalityComparer = null, string? message = null) =>
        Ensure(expected.SequenceEqual(actual, equalityComparer), message ?? $"Expected '{string.Join(", ", expected)}' but found '{string.Join(", ", actual)}'");

    public virtual IVerifier PushContext(string context) => GetType() == typeof(DefaultVerifier)
        ? new DefaultVerifier(Context.Push(context))
        : throw new InvalidOperationException($"{GetType().Name} must override {nameof(PushContext)}.");

    protected virtual string CreateMessage(string message) =>
        Context.Aggregate(message, (text, frame) => $"Context: {frame}{Environment.NewLine}{text}");

    private void Ensure([DoesNotReturnIf(false)] bool holds, string message)
    {
        if (!holds)
            Fail(message);
    }
}
