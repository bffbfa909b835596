using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Undercurrent.Analyzers.Engine;

namespace Undercurrent.Analyzers.Tests.House;

/// <summary>
/// One instance of a rule serves many compilations at once, for as long as the editor runs: what it keeps must not change, and
/// nothing may keep a compilation alive that is gone.
/// </summary>
public sealed class RulesKeepNothingTests
{
    private static readonly Type[] Tied = [typeof(Compilation), typeof(SyntaxTree), typeof(SyntaxNode), typeof(ISymbol), typeof(SemanticModel), typeof(IOperation)];

    public static TheoryData<string> Ids => House.RuleIds;

    [Theory, MemberData(nameof(Ids))]
    public void A_rule_has_no_field_that_can_change(string id) => Assert.All(
        House.Rule(id).GetType().GetFields(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly),
        field => Assert.True(field.IsInitOnly || field.IsLiteral, $"{field.DeclaringType!.Name}.{field.Name} can change"));

    [Fact]
    public void Nothing_static_holds_a_compilation_or_what_is_part_of_one()
    {
        var fields = typeof(PipelineRule).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => !field.IsLiteral)
            .ToList();
        Assert.NotEmpty(fields);
        Assert.All(fields, field => Assert.False(
            !IsWeak(field.FieldType) && Mentioned(field.FieldType).Any(IsTied),
            $"{field.DeclaringType}.{field.Name} keeps what belongs to one compilation"));
    }

    private static bool IsWeak(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ConditionalWeakTable<,>);

    private static bool IsTied(Type type) => Tied.Any(tied => tied.IsAssignableFrom(type));

    /// <summary>What a field can hold; what a delegate is called with it does not hold.</summary>
    private static IEnumerable<Type> Mentioned(Type type) =>
        typeof(Delegate).IsAssignableFrom(type) ? [] : [type, .. type.IsArray ? Mentioned(type.GetElementType()!) : type.GetGenericArguments().SelectMany(Mentioned)];
}
