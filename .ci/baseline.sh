#!/usr/bin/env bash
# Writes .ci/baseline/*.nupkg: what the packages promise their users from now on, reference assemblies only. Every `dotnet pack` compares with them and
# fails where a public member was removed or changed. Run it when a version is published, or when a break before 1.0.0 is meant.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for project in src/Supervision.*/*.csproj; do
  dotnet pack "$project" -c Release --artifacts-path "$work/built" -o "$work/feed" -v:q -p:EnablePackageValidation=false \
    -p:ProduceOnlyReferenceAssembly=true -p:GenerateDocumentationFile=false -p:IncludeSymbols=false -p:RunAnalyzers=false
done
mkdir -p .ci/baseline
for package in "$work"/feed/*.nupkg; do
  cp "$package" ".ci/baseline/$(basename "$package" | sed 's/\.[0-9][0-9.]*\.nupkg$/.nupkg/')"
done
ls -l .ci/baseline
