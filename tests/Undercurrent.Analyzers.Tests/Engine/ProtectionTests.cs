using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Undercurrent.Analyzers.Engine;
using Undercurrent.Analyzers.Tests.Harness;

namespace Undercurrent.Analyzers.Tests.Engine;

/// <summary>The walk itself, with a question as simple as can be: is it inside a call named Guard, or in a method named Guarded?</summary>
public sealed class ProtectionTests
{
    [Theory]
    [InlineData("void M() => Guard(() => Work());", true)]
    [InlineData("void M() => Work();", false)]
    [InlineData("void Guarded() => Work();", true)]
    [InlineData("void M() { Action work = () => Work(); Guard(work); }", true)]
    [InlineData("void M() { Guard(Once); void Once() => Work(); }", true)]
    [InlineData("void M() { Guard(Once); Once(); void Once() => Work(); }", false)]
    [InlineData("void M() => Guard(Once); void Once() => Work();", true)]
    [InlineData("void M() => Guard(() => One()); void One() => Two(); void Two() => Work();", true)]
    [InlineData("void M() => One(); void N() => Guard(One); void One() => Work();", false)]
    [InlineData("void M() => Guard(() => One(3)); void One(int left) { Work(); if (left > 0) One(left - 1); }", true)]
    [InlineData("void One() { Work(); Two(); } void Two() => One();", false)]
    [InlineData("void One() => Work(); void One(int more) => One(); void M() => Guard(() => One(1));", true)]
    [InlineData("void M(I other) => Guard(() => other.Do()); class A : C, I { public void Do() => Work(); } interface I { void Do(); }", true)]
    [InlineData("void M(B other) => Guard(() => other.Do()); class A : B { public override void Do() => Work(); } class B : C { public virtual void Do() { } }", true)]
    public async Task Follows_code_to_what_protects_it(string members, bool holds)
    {
        var document = Workshop.Open($"class C {{ {members} protected static void Work() {{ }} protected static void Guard(Action work) => work(); }}");
        Assert.Empty(await Workshop.CompilerErrors(document));
        var model = (await document.GetSemanticModelAsync())!;
        var project = PipelineProject.Of(model.Compilation, document.Project.AnalyzerOptions, default);
        var work = (await document.GetSyntaxRootAsync())!.DescendantNodes().OfType<InvocationExpressionSyntax>().Single(call => call.Expression.ToString() == "Work");

        Assert.Equal(holds, Protection.Holds(model.GetOperation(work)!, project, new Guarded(), default));
    }

    private sealed class Guarded : ProtectionQuestion
    {
        public override bool Protects(IOperation around, IOperation inside, IOperation operation) =>
            around is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Guard" } };

        public override bool Protects(IMethodSymbol method, IOperation body) => method.Name == "Guarded";
    }
}
