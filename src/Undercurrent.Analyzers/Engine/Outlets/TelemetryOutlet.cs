using Microsoft.CodeAnalysis;
using Undercurrent.Analyzers.Knowledge;

namespace Undercurrent.Analyzers.Engine.Outlets;

/// <summary>Traces, metrics, baggage and reports of errors.</summary>
internal sealed class TelemetryOutlet() : CatalogueOutlet(ApiTrait.Telemetry)
{
    /// <summary>Who a report speaks of is said by name.</summary>
    protected override bool IsNameOfValue(IPropertySymbol property) => property.ContainingType.Name.IndexOf("User", StringComparison.Ordinal) >= 0;
}
